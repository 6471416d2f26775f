using System.Reflection;
using Microsoft.Data.SqlClient;

namespace UngPortal.Tests.Data;

/// <summary>What SQL Server's client throws, made without a server: its types can't be made from outside.</summary>
internal static class ServerProblem
{
    public const int Deadlock = 1205;
    public const int DuplicateKey = 2627;
    public const int DuplicateInIndex = 2601;

    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static SqlException Of(int number)
    {
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        var constructor = typeof(SqlError).GetConstructors(Hidden).MinBy(one => one.GetParameters().Length)!;
        var error = constructor.Invoke(ArgumentsOf(constructor, number, errors));
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(Hidden).Where(one => one.Name == "CreateException").MinBy(one => one.GetParameters().Length)!;
        return (SqlException)create.Invoke(null, ArgumentsOf(create, number, errors))!;
    }

    private static object?[] ArgumentsOf(MethodBase method, int number, SqlErrorCollection errors) =>
        [.. method.GetParameters().Select(parameter => parameter.Name == "infoNumber" ? number
            : parameter.ParameterType == typeof(SqlErrorCollection) ? errors
            : parameter.ParameterType == typeof(string) ? "" : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)];
}
