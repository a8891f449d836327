/** Pages for whoever came to the wrong door, each with what to do next. */
import { Button, Link } from '@fluentui/react-components'
import { Message } from '../parts/message.tsx'
import { LIST } from '../route.ts'

export const FramedElsewherePage = () => (
  <Message title="Open this in Teams">
    <p>
      The planning meetings open in Microsoft Teams, or in a browser window of their own. The page around them here does
      not say who you are.
    </p>
    <p>
      <Link href={LIST} target="_blank" rel="noreferrer">
        Open in a window of its own
      </Link>
    </p>
  </Message>
)

export const NotPermittedPage = ({ council }: { council: string }) => (
  <Message title="You are not in this directory">
    <p>
      The planning meetings are for people who work with {council}. You are signed in, but your account is not one of
      theirs.
    </p>
    <p>
      If you were invited to a planning meeting, ring the person who invited you: they can tell you how to take part.
    </p>
  </Message>
)

export const NotFoundPage = ({ onBack }: { onBack: () => void }) => (
  <Message title="There is no such page">
    <p>The address may be incomplete.</p>
    <Button onClick={onBack}>Go to the planning meetings</Button>
  </Message>
)

/** One and the same page for a meeting that is not there and one that is not for this reader: neither gives the other away. */
export const NoSuchMeetingPage = ({ onBack }: { onBack: () => void }) => (
  <Message title="This meeting cannot be shown">
    <p>
      Either it does not exist, or you are not on its invitation. If you should be, ask whoever arranged it to add you.
    </p>
    <Button onClick={onBack}>Go to the planning meetings</Button>
  </Message>
)

export const NothingToSharePage = () => (
  <Message title="Open a meeting, then share it">
    <p>The list of meetings is not shown on a shared screen. Open one meeting first, and share from there.</p>
  </Message>
)
