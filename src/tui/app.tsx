import { Box, Text, useApp, useInput, useWindowSize } from 'ink'
import { Menu } from './parts/menu.tsx'

/** The full screen: a root as high as the terminal, so that the alternate screen is drawn from its first row. */
export function App() {
  const { exit } = useApp()
  const { rows } = useWindowSize()
  useInput((input) => {
    if (input === 'q') exit()
  })
  return (
    <Box
      width="100%"
      height={process.platform === 'win32' ? rows - 1 : rows}
      overflow="hidden"
      flexDirection="column"
    >
      <Text bold>vlan-dojo</Text>
      <Menu choices={[{ id: 'quit', label: 'Quit' }]} onPick={() => exit()} />
    </Box>
  )
}
