using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ledger.Shapes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Ledger.Http;

/// <summary>What a member may hold, told in the OpenAPI document as the serializer and the shapes have it.</summary>
internal static class OpenApiShapes
{
    public static async Task Describe(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (typeof(IOptional).IsAssignableFrom(type))
        {
            var inner = type.GetGenericArguments()[0];
            Take(schema, await context.GetOrCreateSchemaAsync(inner, cancellationToken: cancellation));
            if (Nullable.GetUnderlyingType(inner) is not null)
                schema.Type |= JsonSchemaType.Null;
        }
        else if (type == typeof(LocalDate))
            Text(schema, "date", "A date of the tenant's zone.", "2025-03-01");
        else if (type == typeof(Instant))
            Text(schema, "date-time", "An instant in UTC, to the microsecond.", "2025-03-01T06:30:00Z");
        else if (type == typeof(LocalDateTime))
            Text(schema, null, "A local date-time of the tenant's zone, without offset.", "2025-03-01T14:30:00");
        else if (type.IsEnum)
            schema.Type ??= JsonSchemaType.String;
        else if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
            LeaveOutOptional(schema, context.JsonTypeInfo);
        if (type == typeof(Problem))
            schema.AdditionalPropertiesAllowed = true;
        if (context.JsonPropertyInfo is { } property && ShapeOf(property) is { } shape)
            Bound(schema, shape);
    }

    private static void Text(OpenApiSchema schema, string? format, string description, string example)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = format;
        schema.Description ??= description;
        schema.Examples = [JsonValue.Create(example)];
        schema.Properties?.Clear();
        schema.Required?.Clear();
    }

    private static void Take(OpenApiSchema schema, OpenApiSchema inner)
    {
        schema.Type = inner.Type;
        schema.Format = inner.Format;
        schema.Enum = inner.Enum;
        schema.Items = inner.Items;
        schema.Properties = inner.Properties;
        schema.Required = inner.Required;
        schema.Examples = inner.Examples;
        schema.Description = inner.Description;
    }

    /// <summary>A member without a value is left out of an answer, unless it is marked to stay.</summary>
    private static void LeaveOutOptional(OpenApiSchema schema, JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(
            p => p.IsGetNullable || Nullable.GetUnderlyingType(p.PropertyType) is not null))
            if ((property.AttributeProvider as MemberInfo)?.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition
                != JsonIgnoreCondition.Never)
                schema.Required?.Remove(property.Name);
            else if (schema.Properties?[property.Name] is OpenApiSchema member)
                member.Type |= JsonSchemaType.Null;
    }

    private static ShapeAttribute? ShapeOf(JsonPropertyInfo property) =>
        property.AttributeProvider is MemberInfo { DeclaringType: { } declaring } member
            ? declaring.GetConstructors().SelectMany(c => c.GetParameters())
                .FirstOrDefault(p => p.Name == member.Name)?.GetCustomAttribute<ShapeAttribute>()
            : null;

    private static void Bound(OpenApiSchema schema, ShapeAttribute shape)
    {
        var target = schema.Type?.HasFlag(JsonSchemaType.Array) == true ? schema.Items as OpenApiSchema : schema;
        if (target is null)
            return;
        target.Pattern = shape.Pattern;
        target.MinLength = 1;
        target.MaxLength = shape.LengthMax;
    }
}
