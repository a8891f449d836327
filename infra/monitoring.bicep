// What is logged, and what wakes somebody. The app's own lines hold ids alone; lines of requests, which would hold
// addresses and query strings, are not collected, and nothing is built into the app that would send bodies anywhere.
param name string
param location string
param siteName string
param serverName string
param vaultName string
param publicUrl string
param alertEmail string
param logDays int

resource site 'Microsoft.Web/sites@2024-04-01' existing = { name: siteName }
resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' existing = { name: serverName }
resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = { name: vaultName }

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    features: { enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource siteLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'logs'
  properties: {
    workspaceId: workspace.id
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
      { category: 'AppServiceAuditLogs', enabled: true }
    ]
  }
}

resource serverLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: server
  name: 'logs'
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'PostgreSQLLogs', enabled: true }]
  }
}

resource vaultLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'logs'
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

// Application Insights asks from outside whether the app is ready. The app itself sends it nothing.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableIpMasking: false
    RetentionInDays: logDays
  }
}

resource readiness 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-readiness'
  location: location
  tags: { 'hidden-link:${insights.id}': 'Resource' }
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${name}-readiness'
    Name: 'Ready to serve'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      { Id: 'emea-ru-msa-edge' } // UK South
      { Id: 'emea-se-sto-edge' } // UK West
      { Id: 'emea-gb-db3-azr' } // North Europe
    ]
    Request: {
      RequestUrl: '${publicUrl}/readyz'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource administrators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-administrators'
  location: 'global'
  properties: {
    groupShortName: 'Placements'
    enabled: true
    emailReceivers: [{ name: 'administrators', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  tags: {
    'hidden-link:${insights.id}': 'Resource'
    'hidden-link:${readiness.id}': 'Resource'
  }
  properties: {
    description: 'The app is not ready to serve, or its certificate runs out within two weeks.'
    severity: 1
    enabled: true
    scopes: [readiness.id, insights.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readiness.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: administrators.id }]
  }
}

resource failing 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-failing'
  location: 'global'
  properties: {
    description: 'The app answered several requests with an error of its own.'
    severity: 2
    enabled: true
    scopes: [site.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'errors'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 3
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: administrators.id }]
  }
}

resource fillingUp 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-filling-up'
  location: 'global'
  properties: {
    description: 'Four fifths of the storage of the database are in use.'
    severity: 2
    enabled: true
    scopes: [server.id]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'storage'
          metricName: 'storage_percent'
          operator: 'GreaterThan'
          threshold: 80
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [{ actionGroupId: administrators.id }]
  }
}

// A meeting that could not be arranged after all tries, an invitation that was not sent: the line names the job.
resource givenUp 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-given-up'
  location: location
  properties: {
    displayName: '${name}-given-up'
    description: 'The app logged an error: work has been given up, or a request has failed.'
    severity: 2
    enabled: true
    scopes: [workspace.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | where tostring(parse_json(ResultDescription).level) == "error"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: { actionGroups: [administrators.id] }
  }
}
