/** `npm run mongod`: downloads a MongoDB server that `npm start` takes from then on. Nothing is downloaded unasked. */
import { downloadMongod, folderOf } from '../database/mongod/binary.ts';
import { StartFailure } from '../start-failure.ts';

try {
  const binary = await downloadMongod(console.log);
  console.log(
    `There is a mongod in ${folderOf(binary)}. A new DATA_DIR is kept by it from now on; one that holds an embedded database stays as it is.`,
  );
} catch (error) {
  console.error(error instanceof StartFailure ? `npm run mongod: ${error.message}` : error);
  process.exitCode = 1;
}
