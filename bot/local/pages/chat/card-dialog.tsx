/** A dialog that the app opened: a card of its own, whose answer goes back to the app. */
import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { Card } from './card.tsx'
import type { CardDialog } from './chat-api.ts'

type CardDialogProps = {
  dialog: CardDialog
  busy: boolean
  onSubmit: (data: unknown) => void
  onOpen: (url: string) => void
  onClose: () => void
}

export const CardDialogView = ({ dialog, busy, onSubmit, onOpen, onClose }: CardDialogProps) => (
  <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
    <DialogSurface>
      <DialogBody>
        <DialogTitle
          action={<Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />}
        >
          {dialog.title}
        </DialogTitle>
        <DialogContent>
          <Card content={dialog.card} busy={busy} onPress={({ data }) => onSubmit(data)} onOpen={onOpen} />
        </DialogContent>
      </DialogBody>
    </DialogSurface>
  </Dialog>
)
