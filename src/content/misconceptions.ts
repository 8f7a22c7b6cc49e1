/** Wrong ideas that people really hold, by id: every wrong answer and every wrong configuration names one. */
export const MISCONCEPTIONS = {
  M1: 'An access port never takes a tagged frame, so double tagging cannot start.',
  M2: "Any outer tag equal to the native VLAN works, whatever VLAN the attacker's port is in.",
  M3: 'The attacker sends untagged frames.',
  M4: 'Double tagging is two-way, and the attacker can read the other VLAN.',
  M5: 'switchport nonegotiate is what stops VLAN hopping, of both kinds.',
  M6: 'switchport nonegotiate can be used on a dynamic port.',
  M7: 'A port in mode trunk no longer speaks DTP.',
  M8: 'Mode access on every port is the safe default.',
  M9: 'Mode access alone isolates; the number of the VLAN does not matter.',
  M10: 'Two ports in dynamic auto make a trunk.',
  M11: 'Native traffic carries a tag like any other.',
  M12: 'Changing the native VLAN at one end is enough, and harmless.',
  M13: 'VLAN 4094 is always free.',
  M14: 'The vSwitch drops double tags, so the network is safe.',
  M15: 'A port to an IP phone must be a trunk.',
  M16: 'A VLAN hides what frames carry, as encryption would.',
  M17: 'Double tagging alone is enough to tamper with a migration.',
  M18: 'Taking the native VLAN off a trunk stops CDP and VTP too.',
  M19: 'A checksum stops someone on the path from changing memory that migrates.',
  M20: 'A host cannot change how a switch port works; only a command on the switch can.',
  M21: 'A trunk that a host obtained gives less than a real one: one VLAN, or one direction.',
  M22: 'A switch notices a host that misbehaves, and shuts its port.',
  M23: 'A switch looks at every tag of a frame.',
  M24: 'A host can tell from which VLAN a frame came.',
  M25: 'An unusual number makes a native VLAN safe.',
  M26: 'A VLAN that the near end of a trunk does not allow cannot cross it.',
  M27: 'A host writes the tag of its VLAN, and the frame carries it to the end.',
  M28: 'A VLAN exists only in the tables of one switch.',
} as const

export type MisconceptionId = keyof typeof MISCONCEPTIONS

export const MISCONCEPTION_IDS = Object.keys(MISCONCEPTIONS) as readonly MisconceptionId[]
