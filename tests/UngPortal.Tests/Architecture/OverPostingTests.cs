using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>What a form may fill in is written down for that form; no row of the database is filled from a request.</summary>
public sealed class OverPostingTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task V8_2_3_Bound_PropertiesAndParameters_AreNoEntities()
    {
        var entities = await app.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.ClrType).ToHashSet()));
        var pages = typeof(PortalDbContext).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract).ToList();

        var bound = pages.SelectMany(page => BoundIn(page).Select(type => (Page: page, Type: type))).ToList();

        Assert.Empty(bound.SelectMany(pair => Reached(pair.Type, []).Where(entities.Contains).Select(entity => $"{pair.Page.FullName}: {entity.Name}")));
        Assert.Contains(bound, pair => Reached(pair.Type, []).Any(type => type.Name == "OrganisationForm"));
        Assert.Contains(typeof(UngPortal.Features.Organisations.Organisation), entities);
    }

    private static IEnumerable<Type> BoundIn(Type page)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var isBoundWhole = page.GetCustomAttribute<BindPropertiesAttribute>() is not null;
        var properties = page.GetProperties(Own).Where(property => isBoundWhole || property.GetCustomAttributes().Any(one => one is BindPropertyAttribute or FromQueryAttribute or FromRouteAttribute or FromFormAttribute));
        var handlers = page.GetMethods(Own).Where(method => method.Name.StartsWith("OnGet", StringComparison.Ordinal) || method.Name.StartsWith("OnPost", StringComparison.Ordinal));
        return properties.Select(property => property.PropertyType).Concat(handlers.SelectMany(handler => handler.GetParameters()).Select(parameter => parameter.ParameterType));
    }

    /// <summary>The type, what it holds and what its settable properties are, all the way down.</summary>
    private static HashSet<Type> Reached(Type type, HashSet<Type> seen)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;
        if (!seen.Add(plain))
        {
            return seen;
        }

        foreach (var argument in plain.IsGenericType ? plain.GetGenericArguments() : [])
        {
            Reached(argument, seen);
        }

        if (plain.Assembly == typeof(PortalDbContext).Assembly && !plain.IsEnum)
        {
            foreach (var property in plain.GetProperties().Where(property => property.SetMethod is not null))
            {
                Reached(property.PropertyType, seen);
            }
        }

        return seen;
    }
}
