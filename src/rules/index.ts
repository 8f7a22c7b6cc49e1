import { accessBpduguard } from './access-bpduguard.ts'
import { accessUnused } from './access-unused.ts'
import { accessVlan1 } from './access-vlan1.ts'
import { dtpAccessImplicit } from './dtp-access-implicit.ts'
import { dtpDynamicPort } from './dtp-dynamic-port.ts'
import { dtpTrunkNegotiates } from './dtp-trunk-negotiates.ts'
import { esxNativePortgroup } from './esx-native-portgroup.ts'
import { esxPermissivePolicy } from './esx-permissive-policy.ts'
import { esxUntaggedPortgroupCut } from './esx-untagged-portgroup-cut.ts'
import { esxVgt4095 } from './esx-vgt-4095.ts'
import { esxVmotionShared } from './esx-vmotion-shared.ts'
import { mgmtVlan1Svi } from './mgmt-vlan1-svi.ts'
import { nativeDefaultVlan } from './native-default-vlan.ts'
import { nativeInUse } from './native-in-use.ts'
import { nativeMismatch } from './native-mismatch.ts'
import { nativeReserved } from './native-reserved.ts'
import { portchannelMemberDiffers } from './portchannel-member-differs.ts'
import { portchannelNeverForms } from './portchannel-never-forms.ts'
import type { Rule, RuleId } from './rule.ts'
import { trunkAllowAll } from './trunk-allow-all.ts'
import { trunkHostFacing } from './trunk-host-facing.ts'
import { trunkListOverwritten } from './trunk-list-overwritten.ts'
import { trunkParkingVlanAllowed } from './trunk-parking-vlan-allowed.ts'
import { trunkPortfastHypervisor } from './trunk-portfast-hypervisor.ts'
import { trunkVlanMissing } from './trunk-vlan-missing.ts'
import { trunkVlan1NotPruned } from './trunk-vlan1-not-pruned.ts'
import { vtpUnauthenticated } from './vtp-unauthenticated.ts'

/** Every rule, in the order in which they are listed to people. */
export const RULES: readonly Rule[] = [
  dtpDynamicPort,
  dtpTrunkNegotiates,
  dtpAccessImplicit,
  nativeDefaultVlan,
  nativeInUse,
  nativeReserved,
  nativeMismatch,
  trunkAllowAll,
  trunkVlan1NotPruned,
  trunkParkingVlanAllowed,
  trunkHostFacing,
  trunkVlanMissing,
  trunkListOverwritten,
  trunkPortfastHypervisor,
  accessVlan1,
  accessUnused,
  accessBpduguard,
  mgmtVlan1Svi,
  vtpUnauthenticated,
  portchannelMemberDiffers,
  portchannelNeverForms,
  esxVgt4095,
  esxNativePortgroup,
  esxUntaggedPortgroupCut,
  esxVmotionShared,
  esxPermissivePolicy,
]

/** The ids of all rules. */
export const RULE_IDS: readonly RuleId[] = RULES.map(({ id }) => id)
