import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { goTo, LIST } from '../route.ts'

/** From any other page back to the list. */
export const WayToList = () => (
  <Button
    appearance="subtle"
    icon={<ArrowLeftRegular />}
    aria-label="All planning meetings"
    onClick={() => goTo(LIST)}
  />
)
