// Imported before Ink, whose colour library looks at the environment when it is loaded: without this a test, which has no terminal,
// would see no colour and nothing bold, and could not say that there is none.
process.env.FORCE_COLOR = '3'
