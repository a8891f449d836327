/** What is needed now and then: another look, the tour, starting afresh. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import { CompassNorthwestRegular } from '@fluentui/react-icons/svg/compass-northwest'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useState } from 'react'
import { StartAgainDialog } from './start-again-dialog.tsx'
import { readTheme, THEME_WORDS, THEMES } from './theme.ts'
import { useTown } from './town-context.ts'

export function MoreMenu({ onTour }: { onTour: () => void }) {
  const { theme, setTheme } = useTown()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Menu
        inline
        checkedValues={{ theme: [theme] }}
        onCheckedValueChange={(_, { checkedItems: [chosen] }) => chosen && setTheme(readTheme(chosen))}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="More: look, tour, start afresh" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>Look</MenuGroupHeader>
              {THEMES.map((name) => (
                <MenuItemRadio key={name} name="theme" value={name}>
                  {THEME_WORDS[name]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuItem icon={<CompassNorthwestRegular />} onClick={onTour}>
              Show me round
            </MenuItem>
            <MenuItem icon={<ArrowResetRegular />} onClick={() => setAsking(true)}>
              Start afresh …
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking && <StartAgainDialog onClose={() => setAsking(false)} />}
    </>
  )
}
