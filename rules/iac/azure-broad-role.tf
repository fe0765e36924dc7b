resource "azurerm_role_assignment" "a" {
  scope                = data.azurerm_subscription.current.id
  # ruleid: iac/azure-broad-role
  role_definition_name = "Contributor"
  principal_id         = azurerm_user_assigned_identity.app.principal_id
}
resource "azurerm_role_assignment" "b" {
  scope                = azurerm_resource_group.a.id
  # ruleid: iac/azure-broad-role
  role_definition_name = "Owner"
}
resource "azurerm_role_definition" "c" {
  permissions {
    # ruleid: iac/azure-broad-role
    actions = ["*"]
  }
}
resource "azurerm_role_assignment" "d" {
  scope                = azurerm_resource_group.a.id
  # ok: iac/azure-broad-role
  role_definition_name = "Contributor"
}
resource "azurerm_role_assignment" "e" {
  scope                = data.azurerm_subscription.current.id
  # ok: iac/azure-broad-role
  role_definition_name = "Reader"
}
resource "azurerm_role_definition" "f" {
  permissions {
    # ok: iac/azure-broad-role
    actions = ["Microsoft.Storage/storageAccounts/read"]
  }
}
