// The app itself: Node on Linux, over HTTPS only, with its secrets read from the vault by its identity.
param name string
param location string
param sku string
param subnetId string
param identityId string
param tenantId string
param clientId string
param clientSecretUri string
param databaseUrlUri string
param publicUrl string
param planningMailbox string

@description('The mailbox that placement confirmations are sent to; empty for none.')
param confirmationMailbox string
param confirmationOfficers string
param contactPhone string
param councilName string
param outsideMailbox string

@description('One of those who convene and chair, for the preflight; may be empty.')
param memberMailbox string

@description('The id of the app in the Teams catalogue of the council; empty until it is uploaded.')
param teamsAppId string
param officePostcode string
param packId string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  // One instance: who has a record open at this moment is known to it alone.
  sku: {
    name: sku
    capacity: 1
  }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    vnetRouteAllEnabled: true
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node bot/main.ts'
      alwaysOn: true
      healthCheckPath: '/healthz'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      // Lines of requests hold addresses with ids in them and the callers' IP addresses: none are kept.
      httpLoggingEnabled: false
      requestTracingEnabled: false
      detailedErrorLoggingEnabled: false
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      TENANT_ID: tenantId
      CLIENT_ID: clientId
      CLIENT_SECRET: '@Microsoft.KeyVault(SecretUri=${clientSecretUri})'
      DATABASE_URL: '@Microsoft.KeyVault(SecretUri=${databaseUrlUri})'
      PUBLIC_URL: publicUrl
      PLANNING_MAILBOX: planningMailbox
      CONFIRMATION_MAILBOX: confirmationMailbox
      CONFIRMATION_OFFICERS: confirmationOfficers
      CONTACT_PHONE: contactPhone
      COUNCIL_NAME: councilName
      OUTSIDE_MAILBOX: outsideMailbox
      MEMBER_MAILBOX: memberMailbox
      TEAMS_APP_ID: teamsAppId
      OFFICE_POSTCODE: officePostcode
      PACK: packId
      HOST: '0.0.0.0'
      PORT: '8080'
      // Nothing is kept on the app's own disk: the database has it all.
      DATA_DIR: '/tmp/placement-planning'
      NODE_ENV: 'production'
      // The package is mounted as it was built, read-only.
      WEBSITE_RUN_FROM_PACKAGE: '1'
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    }
  }

  // Publishing asks for a signed-in administrator, never for a password.
  resource ftpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output siteName string = site.name
output defaultAddress string = 'https://${site.properties.defaultHostName}'
output domainVerificationId string = site.properties.customDomainVerificationId
