// Loaded before the heroku CLI: notes every address that it connects to, and lets it reach this machine alone.
'use strict'

const fs = require('node:fs')
const net = require('node:net')

const here = new Set(['127.0.0.1', 'localhost'])
const connect = net.Socket.prototype.connect

net.Socket.prototype.connect = function (...args) {
  const [to] = net._normalizeArgs(Array.isArray(args[0]) ? args[0] : args)
  fs.appendFileSync(process.env.LATCHKEY_CALLS, `${to.path ?? `${to.host ?? 'localhost'}:${to.port}`}\n`)
  if (to.host && !here.has(to.host)) {
    process.nextTick(() => this.destroy(new Error(`${to.host} is not here`)))
    return this
  }
  return connect.apply(this, args)
}
