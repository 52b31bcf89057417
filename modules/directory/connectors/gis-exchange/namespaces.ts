// Namespaces of the ГИС ЖКХ exchange (formats 14.4.0.1) under the prefixes this product writes.
const ROOT = 'http://dom.gosuslugi.ru/schema/integration';

export const namespaces = {
  soapenv: 'http://schemas.xmlsoap.org/soap/envelope/',
  base: `${ROOT}/base/`,
  org: `${ROOT}/organizations-base/`,
  reg: `${ROOT}/organizations-registry-base/`,
  ind: `${ROOT}/individual-registry-base/`,
  nsi: `${ROOT}/nsi-base/`,
  hm: `${ROOT}/house-management/`,
  lc: `${ROOT}/licenses/`,
  insp: `${ROOT}/inspection/`,
  tariff: `${ROOT}/tariff/`,
  uk: `${ROOT}/uk/`,
  nc: `${ROOT}/nsi-common/`,
  orc: `${ROOT}/organizations-registry-common/`,
} as const;

export type Prefix = keyof typeof namespaces;

/** Address of a service below the host, as its WSDL has it. */
export const services = {
  hm: 'ext-bus-home-management-service/services/HomeManagementAsync',
  lc: 'ext-bus-licenses-service/services/LicensesAsync',
  insp: 'ext-bus-inspection-service/services/InspectionAsync',
  tariff: 'ext-bus-tariff-service/services/TariffAsync',
  uk: 'ext-bus-uk-service/services/UkAsyncService',
  nc: 'ext-bus-nsi-common-service/services/NsiCommonAsync',
  orc: 'ext-bus-org-registry-common-service/services/OrgRegistryCommonAsync',
} as const;

export type Service = keyof typeof services;
