import { ToggleButton, type ToggleButtonProps } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'

/** One of several answers; the one that is chosen has a tick, for a shade of grey alone is easily missed. */
export const ChoiceButton = (props: ToggleButtonProps & { checked: boolean }) => (
  <ToggleButton {...props} {...(props.checked && { icon: <CheckmarkRegular /> })} />
)
