export function buildPages(): Promise<void>
export function isUpToDate(name: 'tab' | 'local'): boolean
