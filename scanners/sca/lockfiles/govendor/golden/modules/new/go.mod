module example.com/new

go 1.20

require example.com/a v1.2.0
