using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace UngPortal.Tests.Data;

/// <summary>Answers any query with believable rows, so that code which looks at one result asks the next question too.</summary>
internal sealed class OneRowReader(IReadOnlyList<string> columns, IReadOnlyList<string> migrations) : DbDataReader
{
    private const string Facts = """{"owner":"x","name":"x","summary":{"nb":"x"},"description":{"nb":"x"},"pictures":[{"media":"a.svg","width":1,"height":1,"alt":{"nb":"x"}}],"illustration":"ting","related":["ting"]}""";
    private int _row = -1;

    public override int FieldCount => columns.Count;

    public override bool HasRows => true;

    public override int Depth => 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    private int Rows => columns.Contains("MigrationId") ? migrations.Count : 1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_row < Rows;

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => columns[ordinal] is "Approval" or "TakenDownAt" or "Website" or "Hours";

    public override string GetName(int ordinal) => columns[ordinal];

    public override int GetOrdinal(string name) => columns.ToList().IndexOf(name);

    public override string GetString(int ordinal) => columns[ordinal] switch
    {
        "MigrationId" => migrations[_row],
        "ProductVersion" => "10.0.0",
        "Language" => "nb",
        "Slug" or "Path" => "ting",
        "AgeBands" => "[\"13-15\"]",
        "Topics" or "Languages" or "Told" => "[\"ting\"]",
        "CriteriaMet" => "[1]",
        "Facts" => Facts,
        "Answer" or "Html" => """{"greeting":"x","brief":"x","explanation":"x","doNow":"x","closing":"x"}""",
        "Name" or "InText" or "Description" or "Ingress" or "Can" or "Cannot" or "Note" or "HoursNote" or "Summary" or "AskThem" or "Alt" or "Confidentiality" or "Alert" or "Cost" => "{\"nb\":\"x\"}",
        _ => "ting",
    };

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override bool GetBoolean(int ordinal) => true;

    public override DateTime GetDateTime(int ordinal) => new(2026, 11, 23, 5, 0, 0, DateTimeKind.Unspecified);

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(DateOnly) ? (T)(object)new DateOnly(2026, 11, 23)
        : typeof(T) == typeof(string) ? (T)(object)GetString(ordinal)
        : (T)Convert.ChangeType(1, typeof(T), CultureInfo.InvariantCulture);

    public override object GetValue(int ordinal) => GetString(ordinal);

    public override Type GetFieldType(int ordinal) => typeof(string);

    public override string GetDataTypeName(int ordinal) => "nvarchar";

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override byte GetByte(int ordinal) => 1;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override short GetInt16(int ordinal) => 1;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();
}
