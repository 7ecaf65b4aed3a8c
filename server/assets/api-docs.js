/** Starts the viewer of the API on its page, with nothing that would leave this server. */
const main = document.getElementById('api-docs');

window.SwaggerUIBundle({
  domNode: main,
  url: main.dataset.description,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  persistAuthorization: false,
});
