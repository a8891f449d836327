// Everything that one council needs in Azure to run Placement Planning, in one resource group.
targetScope = 'resourceGroup'

@description('Begins the name of every resource, and the address at azurewebsites.net: letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param name string

@description('Where everything is kept. What is written about children stays in the United Kingdom.')
@allowed(['uksouth', 'ukwest'])
param location string = 'uksouth'

@description('The id of the tenant whose staff use the app.')
param tenantId string

@description('The client id of the app registration.')
param clientId string

@description('A client secret of the app registration. It is kept in the vault and nowhere else.')
@secure()
param clientSecret string

@description('The address at which people reach the app, without a slash at its end.')
param publicUrl string

@description('The mailbox that sends letters, and organises meetings that nobody in the tenant convenes.')
param planningMailbox string

@description('The mailbox that placement confirmations are sent to; empty for none.')
param confirmationMailbox string

@description('Who hears of the confirmations in it: e-mail addresses of placement officers, with commas between them.')
param confirmationOfficers string

@description('The phone number that invitations and letters give.')
param contactPhone string

@description('The name of the council, as invitations and letters give it.')
param councilName string

@description('Somebody whose mailbox the app must not open: it does not start when it can.')
param outsideMailbox string

@description('One of those who convene and chair, for the preflight; may be empty.')
param memberMailbox string

@description('The id of the app in the Teams catalogue of the council; empty until it is uploaded.')
param teamsAppId string

@description('The postcode of the office that staff set out from, LE1 1AA: for their time to travel. May stay empty.')
param officePostcode string

@description('The practice pack that the council works by.')
param packId string

@description('The password of the database. It is kept in the vault and nowhere else.')
@secure()
@minLength(24)
param databasePassword string

@description('Who is told when something is wrong.')
param alertEmail string

@description('The size of the App Service plan. B1 is the smallest that stays awake.')
param appSku string

@description('The name of the database server, where it is not the usual one: after a restore to a server beside it.')
param databaseServer string

@description('The size of the database server.')
param databaseSku string

@allowed(['Burstable', 'GeneralPurpose'])
param databaseTier string

@description('A second database server in another zone takes over when the first one fails. Not for Burstable.')
param databaseStandby bool

@description('For how many days the database can be put back to any moment.')
@minValue(7)
@maxValue(35)
param backupDays int

@description('Backups are also kept in the other region of the United Kingdom. Can only be chosen at the beginning.')
param backupElsewhere bool

@description('For how many days log lines are kept.')
@minValue(30)
param logDays int

@description('Keeps the database, and with it its backups, from being deleted by accident.')
param protectDatabase bool

module network 'network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    name: empty(databaseServer) ? '${name}-database' : databaseServer
    location: location
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
    password: databasePassword
    sku: databaseSku
    tier: databaseTier
    standby: databaseStandby
    backupDays: backupDays
    backupElsewhere: backupElsewhere
    protect: protectDatabase
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    name: name
    location: location
    subnetId: network.outputs.endpointSubnetId
    dnsZoneId: network.outputs.vaultDnsZoneId
    clientSecret: clientSecret
    databaseUrl: 'postgresql://${database.outputs.login}:${uriComponent(databasePassword)}@${database.outputs.host}/${database.outputs.databaseName}?sslmode=verify-full'
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    sku: appSku
    subnetId: network.outputs.appSubnetId
    identityId: vault.outputs.identityId
    tenantId: tenantId
    clientId: clientId
    clientSecretUri: vault.outputs.clientSecretUri
    databaseUrlUri: vault.outputs.databaseUrlUri
    publicUrl: publicUrl
    planningMailbox: planningMailbox
    confirmationMailbox: confirmationMailbox
    confirmationOfficers: confirmationOfficers
    contactPhone: contactPhone
    councilName: councilName
    outsideMailbox: outsideMailbox
    memberMailbox: memberMailbox
    teamsAppId: teamsAppId
    officePostcode: officePostcode
    packId: packId
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    tenantId: tenantId
    clientId: clientId
    publicUrl: publicUrl
  }
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    siteName: app.outputs.siteName
    serverName: database.outputs.serverName
    vaultName: vault.outputs.vaultName
    publicUrl: publicUrl
    alertEmail: alertEmail
    logDays: logDays
  }
}

@description('Where the app answers before it has an address of its own.')
output defaultAddress string = app.outputs.defaultAddress

@description('What the DNS record asuid.<host> has to say before the host can be added to the app.')
output domainVerificationId string = app.outputs.domainVerificationId
