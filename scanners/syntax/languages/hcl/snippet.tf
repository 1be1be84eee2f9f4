# one of each
variable "size" {
  default = 3
}
resource "cloud_disk" "main" {
  size      = var.size * 2 + -1
  name      = "disk-${var.name}-x"
  zones     = [for z in var.zones : upper(z) if z != ""]
  key       = var.key == null ? cloud_key.all[*].id : cloud_key.one[0].id
  encrypted = true
  tags = {
    Owner   = "team"
    "Stage" = local.stage
  }
  policy = jsonencode({ a = [1, 2] })
  script = <<-EOT
    echo ${var.name}
  EOT
  lock {}
}
