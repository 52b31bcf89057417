// Name of a source's word under `source.kinds`: mapping profiles share one, whatever their code.
export function sourceKind(connector: string): string {
  return connector.startsWith('profile-') ? 'profile' : connector;
}
