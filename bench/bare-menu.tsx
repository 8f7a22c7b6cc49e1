import { Box, render, Text } from 'ink'
import SelectInput from 'ink-select-input'

/** The least that a full screen with one menu can be, bundled as the program is: what our own start is compared with. */
render(
  <Box width="100%" height={process.stdout.rows} flexDirection="column">
    <Text>bare menu</Text>
    <SelectInput items={[{ label: 'one', value: 'one' }]} onSelect={() => {}} />
  </Box>,
  { alternateScreen: true, incrementalRendering: true, maxFps: 60, interactive: true },
)
