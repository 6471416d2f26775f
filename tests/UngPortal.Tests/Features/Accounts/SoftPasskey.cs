using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>A passkey made of software: signs what a phone would sign. Source: W3C WebAuthn Level 3.</summary>
internal sealed class SoftPasskey(string origin = "https://localhost", bool verifiesUser = true) : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HasKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private bool _verifiesUser = verifiesUser;
    private uint _count;
    private string _userHandle = "";

    /// <summary>The answer to the options of a registration.</summary>
    public string Create(string optionsJson)
    {
        using var options = JsonDocument.Parse(optionsJson);
        _userHandle = options.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var rp = options.RootElement.GetProperty("rp").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. AuthenticatorData(rp, HasKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data,
        ];
        return Credential(new
        {
            clientDataJSON = Text(ClientData("webauthn.create", options)),
            attestationObject = Text(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>The answer to the options of a sign-in.</summary>
    public string Get(string optionsJson)
    {
        using var options = JsonDocument.Parse(optionsJson);
        var data = AuthenticatorData(options.RootElement.GetProperty("rpId").GetString()!, 0);
        var client = ClientData("webauthn.get", options);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Text(client), authenticatorData = Text(data), signature = Text(signature), userHandle = _userHandle });
    }

    /// <summary>From now on it signs for whoever holds it.</summary>
    public void StopVerifying() => _verifiesUser = false;

    public void Dispose() => _key.Dispose();

    private byte[] AuthenticatorData(string relyingParty, byte more)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(relyingParty)), (byte)(Present | (_verifiesUser ? Verified : 0) | more), .. count];
    }

    private byte[] ClientData(string type, JsonDocument options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.RootElement.GetProperty("challenge").GetString(), origin, crossOrigin = false });

    private string Credential(object response) =>
        JsonSerializer.Serialize(new { id = Text(_id), rawId = Text(_id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response });

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
