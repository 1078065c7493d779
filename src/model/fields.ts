import { toJSONSchema, type z } from 'zod';

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

function namesIn(schema: JsonSchema): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => [name, ...namesIn(part)]);
  const items = typeof schema.items === 'object' ? namesIn(schema.items) : [];
  return [...own, ...items, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(namesIn)];
}

/** Every field name of a schema at any depth, in the order it is declared. Handbook and templates are checked against it. */
export const fieldNames = (schema: z.ZodType): string[] => [...new Set(namesIn(toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema))];
