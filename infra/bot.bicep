// Teams' way to the app: the bot, for one tenant, and its channel.
param name string
param tenantId string
param clientId string
param publicUrl string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Placement Planning'
    endpoint: '${publicUrl}/api/messages'
    msaAppId: clientId
    msaAppTenantId: tenantId
    msaAppType: 'SingleTenant'
    // Other channels would need a shared key; Teams signs what it sends.
    disableLocalAuth: true
    isStreamingSupported: false
    schemaTransformationVersion: '1.3'
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: {
        isEnabled: true
        enableCalling: false
        acceptedTerms: true
        deploymentEnvironment: 'CommercialDeployment'
      }
    }
  }
}
