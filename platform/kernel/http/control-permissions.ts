// What the roles of the control plane may do.
// Regions have rules of modules; operators and partners have this short table.
const BY_ROLE: Record<string, readonly string[]> = {
  operator: ['platform.observe', 'platform.operate'],
  support: ['platform.observe'],
  partner: ['partner.read', 'partner.edit'],
};

export function controlPermissions(role: string | null | undefined): ReadonlySet<string> {
  return new Set(role && Object.hasOwn(BY_ROLE, role) ? BY_ROLE[role] : []);
}
