using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace UngPortal.Tests.Data;

/// <summary>SQL Server's own grammar, without a server.</summary>
internal static class TransactSql
{
    /// <summary>What the parser says against a script, with the line.</summary>
    public static IReadOnlyList<string> Errors(string sql)
    {
        Parse(sql, out var errors);
        return errors;
    }

    /// <summary>The names of the columns that the last SELECT or OUTPUT of a command gives, in order.</summary>
    public static IReadOnlyList<string> Columns(string sql)
    {
        var columns = new ColumnNames();
        Parse(sql, out _)?.Accept(columns);
        return columns.Names;
    }

    private static TSqlFragment? Parse(string sql, out IReadOnlyList<string> errors)
    {
        using var text = new StringReader(sql);
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out var found);
        errors = [.. found.Select(error => $"line {error.Line}: {error.Message}")];
        return fragment;
    }

    private sealed class ColumnNames : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void ExplicitVisit(SelectStatement node)
        {
            if (Outermost(node.QueryExpression) is { } query)
            {
                Names.AddRange(query.SelectElements.OfType<SelectScalarExpression>().Select(NameOf));
            }
        }

        public override void ExplicitVisit(OutputClause node) => Names.AddRange(node.SelectColumns.OfType<SelectScalarExpression>().Select(NameOf));

        private static QuerySpecification? Outermost(QueryExpression query) => query switch
        {
            QuerySpecification plain => plain,
            QueryParenthesisExpression inner => Outermost(inner.QueryExpression),
            BinaryQueryExpression both => Outermost(both.FirstQueryExpression),
            _ => null,
        };

        private static string NameOf(SelectScalarExpression column) =>
            column.ColumnName?.Value ?? (column.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "";
    }
}
