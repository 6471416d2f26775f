// Reads a description in OpenAPI from the input and answers with ["fault"].
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { text } from 'node:stream/consumers';

const config = await createConfig({ extends: ['recommended-strict'] });
const faults = await lintFromString({ source: await text(process.stdin), absoluteRef: 'openapi.json', config });
console.log(JSON.stringify(faults.map((fault) => `${fault.ruleId} ${fault.location[0]?.pointer}: ${fault.message}`)));
