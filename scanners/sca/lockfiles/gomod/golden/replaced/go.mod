module example.com/shop

go 1.21.3

toolchain go1.22.0

require example.com/single v1.2.3

require (
	example.com/direct v0.0.0-20230101120000-0123456789ab
	"example.com/Quoted" v2.0.0+incompatible // indirect
	example.com/forked v1.0.0
	example.com/moved v1.0.0 // indirect; moved
	example.com/folder v0.0.0
	broken
)

exclude example.com/direct v0.1.0

replace (
	example.com/forked v1.0.0 => example.com/other/forked v1.0.1
	example.com/moved v0.9.0 => example.com/other/moved v0.9.1
)

replace example.com/folder => ./folder

retract [v0.1.0, v0.2.0]
