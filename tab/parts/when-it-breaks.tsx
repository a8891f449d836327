import { Component, type ErrorInfo, type ReactNode } from 'react'
import { TryAgain } from './try-again.tsx'

type Props = { children: ReactNode }

/** A fault of ours never leaves a blank page. What was typed is on the server, or in the browser's own copy. */
export class WhenItBreaks extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError = () => ({ broken: true })

  override componentDidCatch(fault: Error, { componentStack }: ErrorInfo) {
    console.error('The page broke', fault.name, componentStack)
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <TryAgain
        what="Something on this page went wrong"
        why="The fault is ours. What you typed is kept; load the page again and go on."
        onRetry={() => window.location.reload()}
      />
    )
  }
}
