resource "azurerm_role_assignment" "app_reads_files" {
  scope                = azurerm_storage_account.files.id
  role_definition_name = "Storage Blob Data Reader"
  principal_id         = azurerm_user_assigned_identity.app.principal_id
}

resource "azurerm_role_definition" "restart" {
  name  = "restart-web"
  scope = azurerm_linux_web_app.web.id
  permissions {
    actions = ["Microsoft.Web/sites/restart/action"]
  }
}
