import { closeSync, openSync, readSync } from 'node:fs'

/** How a file of ours begins, by its place; version 0.1.0 listed nothing, so that its files are known by that alone. */
const beginnings: readonly (readonly [RegExp, RegExp])[] = [
  [/^report\.json$/, /^\{\s*"version": \d+,\s*"seed": "/],
  [/^summary\.txt$/, /^\s*(?:┌|sigmaproof wrote no report|\d+ rules? ·)/],
  [
    /^html\/index\.html$/,
    /^<!doctype html>\s*<html lang="en"><head><meta charset="utf-8">\s*<meta http-equiv="Content-Security/,
  ],
  [/^cucumber\/index\.html$/, /^<!DOCTYPE html>[\s\S]*<title>Cucumber<\/title>/],
  [/^junit\.xml$/, /^<\?xml version="1.0"\?>\s*<testsuite name="[^"]*" time="/],
  [/^messages\.ndjson$/, /^\{"meta":\{.*"name":"cucumber-js"/],
  [/^mutation\/mutation\.json$/, /^\{[\s\S]*"schemaVersion"/],
  [/^mutation\/index\.html$/, /^<!doctype html>/i],
  [/^(?:mutation\/)?suggestions\/.+\.feature$/, /^# Suggested by sigmaproof/],
  [/^cucumber\/attachment-/, /^/],
]

/** So much is looked at. */
const mostBytes = 4096

/** Whether a file at one of our places is ours by how it begins. An empty one is: nothing is lost with it. */
export function isOurContent(path: string, file: string): boolean {
  const text = beginningOf(file)
  return text === '' || beginnings.some(([place, beginning]) => place.test(path) && beginning.test(text))
}

function beginningOf(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(mostBytes)
    return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, mostBytes, 0))
  } finally {
    closeSync(descriptor)
  }
}
