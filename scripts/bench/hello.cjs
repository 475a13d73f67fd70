const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

void app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile(join(__dirname, 'hello.html')))
app.on('window-all-closed', () => app.quit())
