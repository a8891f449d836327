// The database, reached over the private network alone, encrypted on the way and at rest, and backed up every day.
param name string
param location string
param subnetId string
param dnsZoneId string
@secure()
param password string
param sku string
param tier string
param standby bool
param backupDays int
param backupElsewhere bool
param protect bool

var login = 'placement_planning'
var databaseName = 'placement_planning'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  sku: {
    name: sku
    tier: tier
  }
  properties: {
    createMode: 'Default'
    version: '16'
    administratorLogin: login
    administratorLoginPassword: password
    authConfig: {
      activeDirectoryAuth: 'Disabled'
      passwordAuth: 'Enabled'
    }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
      publicNetworkAccess: 'Disabled'
    }
    storage: {
      storageSizeGB: 32
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: backupDays
      geoRedundantBackup: backupElsewhere ? 'Enabled' : 'Disabled'
    }
    highAvailability: { mode: standby ? 'ZoneRedundant' : 'Disabled' }
    maintenanceWindow: {
      customWindow: 'Enabled'
      dayOfWeek: 0
      startHour: 2
      startMinute: 0
    }
  }

  resource database 'databases' = {
    name: databaseName
  }
}

// Rows are about children: what the server logs says what failed, and never what was in the row.
var settings = [
  { name: 'require_secure_transport', value: 'on' }
  { name: 'ssl_min_protocol_version', value: 'TLSv1.2' }
  { name: 'log_statement', value: 'none' }
  { name: 'log_min_duration_statement', value: '-1' }
  { name: 'log_min_error_statement', value: 'panic' }
  { name: 'log_error_verbosity', value: 'terse' }
]

// One after the other: the server takes no two changes at once.
@batchSize(1)
resource configuration 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = [
  for setting in settings: {
    parent: server
    name: setting.name
    properties: {
      source: 'user-override'
      value: setting.value
    }
    dependsOn: [server::database]
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protect) {
  scope: server
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Deleting the server deletes its backups.'
  }
}

output serverName string = server.name
output host string = server.properties.fullyQualifiedDomainName
output login string = login
output databaseName string = databaseName
