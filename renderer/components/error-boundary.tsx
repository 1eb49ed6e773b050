import { Bug } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

type ErrorBoundaryProps = {
  readonly children: ReactNode
  readonly onCopy: (details: string) => void
  /** What is shown inside: with another one it is worth another try. */
  readonly shown?: number | null | undefined
}

type ErrorBoundaryState = { readonly error: Error | null }

/** A bug in one place must not blank the window. React has this as a class only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidUpdate({ shown }: ErrorBoundaryProps): void {
    if (this.state.error !== null && shown !== this.props.shown) this.setState({ error: null })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <div role="alert">
        <EmptyState
          icon={Bug}
          title="Something went wrong here"
          actions={
            <>
              <Button onPress={() => this.props.onCopy(error.stack ?? error.message)}>Copy details</Button>
              <Button look="primary" onPress={() => window.location.reload()}>
                Reload
              </Button>
            </>
          }
        >
          This part of the window could not be shown. Your library is as you left it: reload the window to go on.
        </EmptyState>
      </div>
    )
  }
}
