import { Button } from '@fluentui/react-components'
import type { ApiRefusal } from '../api.ts'
import { useTab } from '../tab-context.ts'

type Props = { refusal: Pick<ApiRefusal, 'reason'>; onRetry: () => void; label?: string; primary?: boolean }

/** Tries again; whoever was signed out meanwhile signs in first, for nothing else would help. */
export function RetryButton({ refusal, onRetry, label = 'Try again', primary = false }: Props) {
  const { ask } = useTab().signIn
  const signInFirst = refusal.reason === 'signedOut' && ask.kind === 'press'
  const press = async () => {
    if (!signInFirst || (await ask.signIn())) onRetry()
  }
  return (
    <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => void press()}>
      {signInFirst ? 'Sign in again' : label}
    </Button>
  )
}
