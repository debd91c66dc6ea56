/** Metadata documents of SAML identity providers, right ones and wrong ones. */

/** Certificates of keys that were thrown away: DER in Base64. */
export const certificates = {
  rsa:
    'MIIDDTCCAfWgAwIBAgIUAs+ubrRr+moLW2BgdWz5CBZwanwwDQYJKoZIhvcNAQELBQAwFjEUMBIGA1UEAwwLaWRwLmV4YW1w' +
    'bGUwHhcNMjYxMTI0MTI1MjM3WhcNMzYxMTIxMTI1MjM3WjAWMRQwEgYDVQQDDAtpZHAuZXhhbXBsZTCCASIwDQYJKoZIhvcN' +
    'AQEBBQADggEPADCCAQoCggEBAJMeBrtLMeGr0zNKfE42qPHIjvJJxhWuGbBTiTPm2QHure8Bp5vJ+fefq7o8z3V9q24JxYzT' +
    'W1bnvY5uUf+p2wiANKTHmnYut7hxx2JZL9kN4VYb+XpGIyCKvkC1lDM/RXiWbRUfc2i2b6M4mbhGva8GOWZKE0SL7WigjvI+' +
    'gK2shKrJnn98JOTAdc+YIkUA4dN2Ktis1od5c9Clxz3YmoFtAv84ASlpg9JCaqMfZ88anU3ystt2+7/Zr53tEPEoFdkTqILJ' +
    'VcZZEexpSyPt/6F9yweWYly9cziMwoXMPBbbCtzALDxuYR1+3I6l2XW5UD72L/mTWHQe18mn2YJ65GcCAwEAAaNTMFEwHQYD' +
    'VR0OBBYEFKpThvvFI5y2tD807oGVsoqF0pJsMB8GA1UdIwQYMBaAFKpThvvFI5y2tD807oGVsoqF0pJsMA8GA1UdEwEB/wQF' +
    'MAMBAf8wDQYJKoZIhvcNAQELBQADggEBAIyyRVPkuPHBKA41TL5TKRxCR5sJb5YHMeDBOj7tnFduAa/+b59tv/94vVjnOwNl' +
    'TWwajfO5G+uJ0eafCCNKWjqKkw4csljUa4+tT1aDaoXVRbVg6A0Cyx+hy8WKhjY+8UTi4vBrEIoHzynPbkVWGISgAf2fMjDW' +
    'hLSUhDl21aTFZwEH75WUro/n2k1FhpMgMumGx8g6A5rH6yed9wgPFFmOteNy7CCukL+HQ+pF1YS5MLOTMUaSMRf62FZdMbqw' +
    'YGwHdVrn5VIUAsLfHNe1ktgpbNf6R+4ZRST2ooOwP+qKmIZ2JDppm7zZsRVt8hpOQAf6+NIR1Bh6n1d0t9rl00s=',
  otherRsa:
    'MIIDDTCCAfWgAwIBAgIUPpc5e1kLwnfwX14bESIfVzWvDBkwDQYJKoZIhvcNAQELBQAwFjEUMBIGA1UEAwwLaWRwLmV4YW1w' +
    'bGUwHhcNMjYxMTI0MTI1MjM4WhcNMzYxMTIxMTI1MjM4WjAWMRQwEgYDVQQDDAtpZHAuZXhhbXBsZTCCASIwDQYJKoZIhvcN' +
    'AQEBBQADggEPADCCAQoCggEBAKv5zHT0h07szY6w3FYmNAnqxqlEWEMajbQaM6RodtWSj6CxBkXw52TRGdkdyK2Qi6Qzl29p' +
    'y8zwrsxQn5EM7TBDuOM+oR5mOm+cBgIKii2/fAD30NqHWOqvPUHRcN4roukO7eiAeAzQzlFAPBj+1vVsHqhB2ScpW1e2l5MO' +
    'iSfMMVIOk/waQ8O+jz/C1PnA/ZVt0dqwRhUMuWbtJ+CpF04v2u2RQxTAuPLOneW3LpOCYrQ104j1wd5nTeoWof281fXExq3w' +
    'G3ZbV+diZMp2OfcSeUoD9erWFvw9Dp+6oLlFzqpomh0tOdeQGPoB0mDs5ewbYgaOdlIWmyZBxUyyP6MCAwEAAaNTMFEwHQYD' +
    'VR0OBBYEFELRBk5E6bhVe8pPbV0R7v8fzkTRMB8GA1UdIwQYMBaAFELRBk5E6bhVe8pPbV0R7v8fzkTRMA8GA1UdEwEB/wQF' +
    'MAMBAf8wDQYJKoZIhvcNAQELBQADggEBAGev3DGNxd18iRxYaNp/z32tKESRdlx9pWH8cqII0nF1dtNM+3rBsFFeIG0pZS2C' +
    '/llcD/6u4hn2WNLUzZZmCaA7tFLDI36Wm9RrQbkexQeTYDLFyabpV1YfJ8/49zP9QAWP5jWdpLmTgKj2mP3EUql465o5KuAm' +
    'XZJ3PWlU1hNUGhoHUAU7HB3Hpm5ZAocURHTgd3xsKsxyL3NKdGaSSNaounnkPIWYeoR4CZCvK9sqQENDsUm2oxXv0aSx46Qk' +
    '7wl4RLRrHD/mOuND8dYgP6RT+DT8RgfaqMTzSN+3w5ZHg8aZ78Ccooslr4/4uuWZZR8m/IWrrsus4GKH9CId0uA=',
  ec:
    'MIIBgTCCASegAwIBAgIUFsUXu15v2hK1slF3TnKfVrLxwFIwCgYIKoZIzj0EAwIwFjEUMBIGA1UEAwwLaWRwLmV4YW1wbGUw' +
    'HhcNMjYxMTI0MTI1MjM4WhcNMzYxMTIxMTI1MjM4WjAWMRQwEgYDVQQDDAtpZHAuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqG' +
    'SM49AwEHA0IABIiKtgi+FhY1akxXadQtD+dY7IZqne/lz85CyCA699l+ogwjdLjXg3a789bVlrD4fiIMPbip92sSybA2+UQz' +
    'f7ijUzBRMB0GA1UdDgQWBBTo5NnqIbC43+7j4hIR/R24qiyIGzAfBgNVHSMEGDAWgBTo5NnqIbC43+7j4hIR/R24qiyIGzAP' +
    'BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIFEwAvAX0NOKcZZB+MFlu+i3cYaHeS90udn0NnfqahPTAiEAt+Ep' +
    '0ot0+5LoNr/WV6xOdXqC058vT4rjADrzh5NndNY=',
  /** 1024 bits. */
  shortRsa:
    'MIICCDCCAXGgAwIBAgIUIzVo05gjzWBs3Yejk0BamSBh0CIwDQYJKoZIhvcNAQELBQAwFjEUMBIGA1UEAwwLaWRwLmV4YW1w' +
    'bGUwHhcNMjYxMTI0MTI1MjM4WhcNMzYxMTIxMTI1MjM4WjAWMRQwEgYDVQQDDAtpZHAuZXhhbXBsZTCBnzANBgkqhkiG9w0B' +
    'AQEFAAOBjQAwgYkCgYEAv0BjCx5YJx/kOFaQ1RDzBrKsTPnUOapqUm53QqSH3ziiDiOozYosklTHPAh4iFfBS9oMrIqhPx1D' +
    'gnnLLcGV4QaY7YXt3FdgCNCWMF2ewL849qlzYPx+n64kuy97iYTuOHhQgmO32vo+HYeWf/ABD83DUK9HBA/HL5JNaecMC/8C' +
    'AwEAAaNTMFEwHQYDVR0OBBYEFCoAC3ToylTddrYzWtZlgifahMUNMB8GA1UdIwQYMBaAFCoAC3ToylTddrYzWtZlgifahMUN' +
    'MA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADgYEAUxk1uk4YumH6YGVXvxGjbAmknyDrGtQwMpj5FohfDrPpkipV' +
    'td5FL148iB50X3buk4KS6EsPyHQgbTTNS44EPZgWipge1Auvwn7AICRO46pcllPztjjI/yNBJKejoLKKNCjVKfqdi5tp4/HD' +
    'ntKkVInC9APNj6olkbyt5v+havE=',
  ed25519:
    'MIIBQDCB86ADAgECAhRcQvhwMNmF57IhM1zcB0Zcb2XVyjAFBgMrZXAwFjEUMBIGA1UEAwwLaWRwLmV4YW1wbGUwHhcNMjYx' +
    'MTI0MTI1MjM4WhcNMzYxMTIxMTI1MjM4WjAWMRQwEgYDVQQDDAtpZHAuZXhhbXBsZTAqMAUGAytlcAMhAE6/mTzTpKIFodc4' +
    'LTmr5+XUdjdc2ybdpGFD6DfSBZk7o1MwUTAdBgNVHQ4EFgQUfGjtYPQlP0Te+jA65X/Ct0HEMRowHwYDVR0jBBgwFoAUfGjt' +
    'YPQlP0Te+jA65X/Ct0HEMRowDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXADQQDIbMQrtlgF41pcGyKNacyGuUu/3zkskpBVCQbN' +
    'XtEGYV4VAtoL7vjddT5yJnOTZP9291hsiL/Jl90Uv1/9c0QK',
} as const;

/** The parts of a document that tests replace; each is XML. */
export interface MetadataParts {
  readonly prolog?: string;
  readonly entityAttributes?: string;
  readonly descriptorAttributes?: string;
  readonly keys?: string;
  readonly services?: string;
  /** Behind the descriptor. */
  readonly rest?: string;
}

/** A key by which an identity provider signs. */
export function keyDescriptor(certificate: string, attributes = 'use="signing"'): string {
  return `<md:KeyDescriptor ${attributes}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>
${certificate}
</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
}

/** A place where requests for a log-on go. */
export function service(binding: string, location: string): string {
  return `<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${location}"/>`;
}

/** The text of a metadata document. */
export function metadataXml({
  prolog = '<?xml version="1.0" encoding="UTF-8"?>\n',
  entityAttributes = 'entityID="https://idp.example/metadata"',
  descriptorAttributes = 'protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"',
  keys = keyDescriptor(certificates.rsa),
  services = service('HTTP-Redirect', 'https://idp.example/sso?a=1&amp;b=2'),
  rest = '',
}: MetadataParts = {}): string {
  return `${prolog}<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
  xmlns:ds="http://www.w3.org/2000/09/xmldsig#" ${entityAttributes}>
  <!-- an identity provider -->
  <md:IDPSSODescriptor ${descriptorAttributes}>${keys}${services}</md:IDPSSODescriptor>${rest}
</md:EntityDescriptor>`;
}

/** A metadata document as calls carry it. */
export function encodedMetadata(parts: MetadataParts = {}): string {
  return Buffer.from(metadataXml(parts)).toString('base64');
}
