import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { apiReports } from './api-report.ts'

// Writes the API reports anew: read the difference, and tell in CHANGELOG.md what users notice of it.
rmSync('api', { recursive: true, force: true })
mkdirSync('api')
for (const { path, text } of apiReports()) writeFileSync(path, text)
