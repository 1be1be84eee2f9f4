# This file is maintained automatically.

provider "example.com/owner/plain" {
  version     = "1.2.3"
  constraints = "~> 1.0"
  hashes = [
    "h1:aaaa=",
    "zh:bbbb",
  ]
}

provider "example.com/owner/other" {
  version = "2.0.0"
}
