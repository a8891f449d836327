import { Button } from '@fluentui/react-components'
import { Message } from './message.tsx'

/** Something could not be loaded: what, why, and the one thing to do about it. */
export const TryAgain = ({ what, why, onRetry }: { what: string; why: string; onRetry: () => void }) => (
  <Message title={what}>
    <p role="alert">{why}</p>
    <Button appearance="primary" onClick={onRetry}>
      Try again
    </Button>
  </Message>
)
