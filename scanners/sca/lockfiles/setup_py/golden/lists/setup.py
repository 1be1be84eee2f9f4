from setuptools import setup

# install_requires is below
setup(
    name="app",
    install_requires=[
        "plain==1.0",  # why
        'range>=2',
        "joined" + suffix,
    ],
    tests_require=("checker",),
    extras_require={
        "fast": ["quick==3.0; python_version > '3'"],
    },
    setup_requires=read("build.txt"),
)
