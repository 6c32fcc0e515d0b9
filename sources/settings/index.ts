// The door of whoever asks what the user has settled.
export { type Settings, settingsOf } from './settings.ts'
export { type ScopedThreshold, scopedThresholds } from './threshold-scopes.ts'
export {
  isPercentage,
  type Requirements,
  type ThresholdMeasure,
  type Thresholds,
  thresholdMeasures,
} from './thresholds.ts'
