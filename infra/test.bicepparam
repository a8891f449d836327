// The council's own values come from the environment, so that this file holds none of them; the names are those that
// bot/config.ts reads. A variable that is missing stops the deployment.
using 'main.bicep'

param name = readEnvironmentVariable('AZURE_NAME')
param tenantId = readEnvironmentVariable('TENANT_ID')
param clientId = readEnvironmentVariable('CLIENT_ID')
param clientSecret = readEnvironmentVariable('CLIENT_SECRET')
param publicUrl = readEnvironmentVariable('PUBLIC_URL')
param planningMailbox = readEnvironmentVariable('PLANNING_MAILBOX')
param confirmationMailbox = readEnvironmentVariable('CONFIRMATION_MAILBOX', '')
param confirmationOfficers = readEnvironmentVariable('CONFIRMATION_OFFICERS', '')
param contactPhone = readEnvironmentVariable('CONTACT_PHONE')
param councilName = readEnvironmentVariable('COUNCIL_NAME')
param outsideMailbox = readEnvironmentVariable('OUTSIDE_MAILBOX')
param memberMailbox = readEnvironmentVariable('MEMBER_MAILBOX', '')
param teamsAppId = readEnvironmentVariable('TEAMS_APP_ID', '')
param officePostcode = readEnvironmentVariable('OFFICE_POSTCODE', '')
param packId = readEnvironmentVariable('PACK', 'england-default')
param databasePassword = readEnvironmentVariable('DATABASE_PASSWORD')
param databaseServer = readEnvironmentVariable('DATABASE_SERVER', '')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')

param appSku = 'B1'
param databaseSku = 'Standard_B1ms'
param databaseTier = 'Burstable'
param databaseStandby = false
param backupDays = 7
param backupElsewhere = false
param logDays = 30
param protectDatabase = false
