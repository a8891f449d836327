// The secrets of the app, and the identity that may read them.
param name string
param location string
param subnetId string
param dnsZoneId string
@secure()
param clientSecret string
@secure()
param databaseUrl string

var readSecrets = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: '${name}-kv'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    // A deployment of this file is a trusted service and can still write the secrets.
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'AzureServices'
    }
  }

  resource clientSecretEntry 'secrets' = {
    name: 'client-secret'
    properties: { value: clientSecret }
  }

  resource databaseUrlEntry 'secrets' = {
    name: 'database-url'
    properties: { value: databaseUrl }
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, readSecrets)
  properties: {
    roleDefinitionId: readSecrets
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = {
  name: '${name}-kv-endpoint'
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: vault.id
          groupIds: ['vault']
        }
      }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'vault', properties: { privateDnsZoneId: dnsZoneId } }] }
  }
}

output vaultName string = vault.name
output identityId string = identity.id
output clientSecretUri string = vault::clientSecretEntry.properties.secretUri
output databaseUrlUri string = vault::databaseUrlEntry.properties.secretUri
