module example.com/old

go 1.16

require example.com/direct v1.1.0
