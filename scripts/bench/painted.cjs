// Loaded into the app with -r: says on stdout when what `WELLKEPT_PAINTED` selects has been on the screen for a frame.
const { app } = require('electron')

const selector = JSON.stringify(process.env.WELLKEPT_PAINTED)
const painted = `new Promise((done) => {
  const look = () =>
    document.querySelector(${selector})
      ? requestAnimationFrame(() => requestAnimationFrame(done))
      : requestAnimationFrame(look)
  look()
})`

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(painted).then(() => console.log('painted'))
  })
})
